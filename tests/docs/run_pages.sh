#!/bin/sh
# Runs the examples of the documents, and compares what they print with what the pages show.
#
# Usage: run_pages.sh PROGRAM [--update] [PAGE]...
#
# In a page, whose blocks share one folder (with a copy of examples/ in it):
#
#   ```lua            a script: it is saved and run, under the name that a remark in its first line
#                     says (`-- plan.lua`), else as plan.lua
#   ```lua FILE       a file that later blocks need: it is saved, not run. FILE may be in a folder
#   ```csv FILE       the same for data
#   ```sh             commands: the lines that call outlay are run; ./dev run counts as outlay
#   ```sh set-up      commands that are not run
#   ```text exit=N    what the block before printed, errors included, and its exit code (0 if left
#                     out). Without such a block the exit code must be 0.
#   -->               in a script: the rest of the line is a line that the script prints
#   ```console        a session at the prompt: what follows `outlay> ` is typed. It is played if
#                     OUTLAY_PTY names the program of tests/repl that does it.
#
# --update writes what is printed into the pages (not into sessions): read the difference before
# you keep it.
set -u
program=$1
shift
update=
if [ "${1:-}" = --update ]; then
    update=1
    shift
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- "$root/README.md" "$root"/docs/guide/*.md

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/home"
ln -s "$program" "$work/bin/outlay"
PATH=$work/bin:$PATH HOME=$work/home NO_COLOR=1 LC_ALL=C.UTF-8
XDG_STATE_HOME='' OUTLAY_PATH=''
export PATH HOME NO_COLOR LC_ALL XDG_STATE_HOME OUTLAY_PATH
unset OUTLAY_STDLIB

# ---- failures ------------------------------------------------------------------------------

# report LINE WHAT [FILE]: a block that does not hold; FILE says more.
report() {
    printf '%s:%s: %s\n' "$name" "$1" "$2" >>"$work/failures"
    [ -z "${3:-}" ] || cat "$3" >>"$work/failures"
    bad=1
}

# compare LINE EXPECTED ACTUAL
compare() {
    diff -u --label 'the page says' --label 'the program prints' "$2" "$3" >"$work/difference" ||
        report "$1" "the output differs" "$work/difference"
}

check_code() {
    [ "$code" -eq "$1" ] || report "$ran_at" "the exit code is $code, not $1" "$work/output"
}

# ---- what is run -------------------------------------------------------------------------------

run() {
    code=0
    (cd "$work/page" && "$@") >"$work/output" 2>&1 </dev/null || code=$?
    ran_at=$opened
    blocks=$((blocks + 1))
}

save() {
    mkdir -p "$(dirname "$work/page/$1")"
    cp "$work/block" "$work/page/$1"
}

run_commands() {
    sed -n 's|^\./dev run |outlay |; s|^build/outlay|outlay|
        /^\([A-Z_]*=[^ ]* \)*outlay /p; /| *outlay /p' "$work/block" >"$work/commands"
    [ -s "$work/commands" ] && run sh -e "$work/commands"
}

# A script whose output stands in comments: what is printed must be what they say, line by line.
run_commented() {
    run outlay run "$script"
    check_code 0
    ran_at=
    sed -n 's/^.*--> \{0,1\}//p' "$work/block" >"$work/expected"
    compare "$opened" "$work/expected" "$work/output"
    awk -v printed="$work/output" '{
        at = index($0, "-->")
        if (at && (getline text < printed) > 0) print substr($0, 1, at + 2) " " text
        else print
    }' "$work/block" >"$work/written"
    cp "$work/written" "$work/block"
}

run_script() {
    script=$(sed -n '1s/^-- \([a-z_]*\.lua\)$/\1/p' "$work/block")
    [ -n "$script" ] || script=plan.lua
    save "$script"
    if grep -q -e '-->' "$work/block"; then run_commented; else run outlay run "$script"; fi
}

# A session for tests/repl/pty: each line of the page must appear, in order, as a whole line.
run_session() {
    [ -n "${OUTLAY_PTY:-}" ] || return 0
    {
        printf 'folder .\nsize 100 50\n'
        while IFS= read -r line; do
            case $line in
            'outlay> '*) printf 'expect outlay> within 5\nsend %s\n' "${line#outlay> }" ;;
            '   ...> '*) printf 'expect ...> within 5\nsend %s\n' "${line#   ...> }" ;;
            *) printf 'expect /^%s$/ within 5\n' \
                "$(printf '%s' "$line" | sed 's/[][\.*^$+?(){}|]/\\&/g; s/ *$//; s/$/ */')" ;;
            esac
        done
        printf 'expect outlay> within 5\nkey ctrl-d\nexit 0 within 5\n'
    } <"$work/block" >"$work/page/session"
    run "$OUTLAY_PTY" "$work/page/session" "$program"
    check_code 0
    ran_at=
}

# The output that the page shows of the block before.
check_output() {
    if [ -z "$ran_at" ]; then
        report "$opened" "nothing has run whose output this could be"
        return
    fi
    compare "$ran_at" "$work/block" "$work/output"
    wanted=${fence##*exit=}
    [ "$wanted" != "$fence" ] || wanted=0
    check_code "$wanted"
    fence=text
    [ "$code" -eq 0 ] || fence="text exit=$code"
    cp "$work/output" "$work/block"
    ran_at=
}

# A block that shows no output has to end well.
check_unshown() {
    [ -z "$ran_at" ] || check_code 0
    ran_at=
}

# ---- pages -------------------------------------------------------------------------------------

close_block() {
    case $fence in
    text*) check_output ;;
    *)
        check_unshown
        case $fence in
        lua) run_script ;;
        'lua '* | 'csv '*) save "${fence#* }" ;;
        sh) run_commands ;;
        console) run_session ;;
        esac
        ;;
    esac
    printf '```%s\n' "$fence"
    cat "$work/block"
    printf '```\n'
}

# Prints a page with what its blocks really print.
play() {
    number=0
    inside=
    ran_at=
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        case $inside$line in
        '```'*)
            inside=yes
            fence=${line#'```'}
            opened=$number
            : >"$work/block"
            ;;
        yes'```')
            close_block
            inside=
            ;;
        yes*) printf '%s\n' "$line" >>"$work/block" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done
    check_unshown
}

passed=0
failed=0
for page in "$@"; do
    rm -rf "$work/page"
    mkdir "$work/page"
    cp -R "$root/examples" "$work/page/examples"
    name=${page#"$root/"}
    bad=
    blocks=0
    : >"$work/failures"
    play <"$page" >"$work/written_page"
    if [ -z "$bad" ]; then
        passed=$((passed + 1))
    elif [ -n "$update" ] && ! cmp -s "$page" "$work/written_page"; then
        cp "$work/written_page" "$page"
        printf 'updated %s\n' "$name"
    else
        failed=$((failed + 1))
        cat "$work/failures"
    fi
    printf '%s: %s examples\n' "$name" "$blocks"
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
