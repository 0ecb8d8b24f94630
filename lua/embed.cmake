# The Lua sources inside the program: one C file with the text of every module, never bytecode.
#
# Included, it gives outlay_embed(OUTPUT), which writes OUTPUT whenever a Lua file of stdlib/ or
# repl/ changes, comes or goes. Run with cmake -P, it is the generator itself: LIST names a file
# with one path a line, relative to ROOT, and OUTPUT is written.
#
# A module is named after its path: stdlib/outlay/model/energy.lua is outlay.model.energy,
# stdlib/outlay/model/init.lua is outlay.model, repl/loop.lua is repl.loop.

function(outlay_embed output)
  file(GLOB_RECURSE sources RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS
       ${PROJECT_SOURCE_DIR}/stdlib/*.lua ${PROJECT_SOURCE_DIR}/repl/*.lua)
  list(JOIN sources "\n" lines)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/embedded.list CONTENT "${lines}\n" @ONLY)
  list(TRANSFORM sources PREPEND ${PROJECT_SOURCE_DIR}/)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DOUTPUT=${output}
            -DLIST=${PROJECT_BINARY_DIR}/embedded.list
            -P ${PROJECT_SOURCE_DIR}/lua/embed.cmake
    DEPENDS ${sources} ${PROJECT_BINARY_DIR}/embedded.list ${PROJECT_SOURCE_DIR}/lua/embed.cmake
    COMMENT "Embedding the Lua sources"
    VERBATIM)
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

file(STRINGS ${LIST} paths)

# Sorted by module name, as strcmp sorts: the host looks them up by bisection. (A space sorts
# before all that a name is made of.)
set(rows "")
foreach(path IN LISTS paths)
  string(REGEX REPLACE "\\.lua$" "" name "${path}")
  string(REGEX REPLACE "^stdlib/" "" name "${name}")
  string(REGEX REPLACE "/init$" "" name "${name}")
  string(REPLACE "/" "." name "${name}")
  list(APPEND rows "${name} ${path}")
endforeach()
list(SORT rows COMPARE STRING)

set(texts "")
set(table "")
set(count 0)
foreach(row IN LISTS rows)
  string(REGEX MATCH "^([^ ]*) (.*)$" row "${row}")
  set(name "${CMAKE_MATCH_1}")
  set(path "${CMAKE_MATCH_2}")
  file(SIZE ${ROOT}/${path} size)
  file(READ ${ROOT}/${path} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  # A zero ends each text, so that it is a C string too; `size` does not count it.
  string(APPEND texts "static const unsigned char text_${count}[] = {${bytes}0};\n")
  string(APPEND table
         "    {\"${name}\", \"${path}\", (const char *)text_${count}, ${size}},\n")
  math(EXPR count "${count} + 1")
endforeach()

# The last row is the end of the table, beyond what is counted.
file(WRITE ${OUTPUT}
  "/* Made by lua/embed.cmake from the Lua sources. */\n"
  "#include \"embedded.h\"\n\n"
  "${texts}\n"
  "const outlay_embedded outlay_embedded_modules[] = {\n${table}    {0, 0, 0, 0},\n};\n"
  "const size_t outlay_embedded_count = ${count};\n")
