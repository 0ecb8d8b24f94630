-- The same as program.c, by LuaJIT's FFI: luajit ffi.lua PREFIX/include/outlay_api.h LIBRARY

local ffi = require "ffi"

local declarations, library = arg[1], arg[2]
local file = assert(io.open(declarations))
ffi.cdef(file:read "*a")
file:close()
local C = ffi.load(library)

local problem = ffi.new "outlay_error"
local function need(status)
  if status ~= C.OUTLAY_OK then error(ffi.string(problem.message), 2) end
end

-- Makes a handle that is freed when it is collected.
local function own(kind, free, make)
  local out = ffi.new(kind .. " *[1]")
  need(make(out))
  return ffi.gc(out[0], free)
end

local units = own("outlay_units", C.outlay_units_free, function(out)
  return C.outlay_units_new(nil, out)
end)
local graph = own("outlay_graph", C.outlay_graph_free, function(out)
  return C.outlay_graph_new(units, nil, out)
end)

local function node_by(f, ...)
  local out = ffi.new "outlay_node[1]"
  local arguments = { ... }
  arguments[#arguments + 1] = out
  arguments[#arguments + 1] = problem
  need(f(graph, unpack(arguments)))
  return out[0]
end

local function quantity(text)
  local parsed = ffi.new "outlay_quantity"
  need(C.outlay_quantity_parse(units, text, parsed, problem))
  local low = node_by(C.outlay_parameter, parsed.low, parsed.unit)
  if parsed.interval == 0 then return low end
  local high = node_by(C.outlay_parameter, parsed.high, parsed.unit)
  return node_by(C.outlay_input, C.OUTLAY_LOGNORMAL, ffi.new("outlay_node[2]", low, high), 2)
end

local function multiply(a, b)
  return node_by(C.outlay_apply, C.OUTLAY_MULTIPLY, ffi.new("outlay_node[2]", a, b), 2)
end

local gpus, price = quantity "16 GPU", quantity "2 to 3 USD/GPU/h"
local cost = multiply(multiply(gpus, price), quantity "1 day")

local options = ffi.new "outlay_options"
C.outlay_options_default(options)
options.samples = 10000
local result = own("outlay_result", C.outlay_result_free, function(out)
  return C.outlay_evaluate(graph, ffi.new("outlay_node[1]", cost), 1, options, out, problem)
end)
local moments, p95 = ffi.new "outlay_moments", ffi.new "double[1]"
need(C.outlay_result_moments(result, 0, 0, moments))
need(C.outlay_result_quantiles(result, 0, 0, ffi.new("double[1]", 0.95), 1, p95, problem))
print(("%.17g %.17g"):format(moments.mean, p95[0]))
