#!/usr/bin/env bash
# The benchmarks: ./dev bench [accuracy [GOLD] | speed [NEWSWIRE] [--keep] | match]
# accuracy: the scores of the built extractor on a folder of annotated texts
#           with its scorers (score.py, score_newsquant.py), which are no part of
#           the project: GOLD names it, or it is looked for beside the project.
# speed:    extract against cat, a byte scan, rg, grep and one RE2 pass, on corpora
#           that it makes; NEWSWIRE is a folder of SGML wire dumps, one more corpus.
#           --keep: add the run to tests/bench/runs/.
# match:    rules as RE2 programs against the image used in place.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${STATGREP_BUILD:-build}

accuracy() {
  local gold=${1:-../shared/gold} set
  if [[ ! -f $gold/score.py ]]; then
    echo "bench: no score.py in $gold; name the folder: ./dev bench accuracy GOLD" >&2
    exit 2
  fi
  printf 'statgrep %s\n' "$(git describe --always --dirty 2>/dev/null || echo unknown)"
  for set in press-en wire-en agency-en press-zh; do
    [[ -f $gold/$set.jsonl ]] || continue
    printf '\n%s\n' "$set"
    python3 "$gold/score.py" "$gold/$set.jsonl" --cmd "$build/statgrep extract --format jsonl {date} -"
  done
  if [[ -f $gold/newsquant-dev.json ]]; then
    printf '\nnewsquant-dev\n'
    python3 "$gold/score_newsquant.py" "$gold/newsquant-dev.json" --cmd "$build/statgrep annotate --layer quantities -"
  fi
}

speed() {
  cmake --build "$build" --target statgrep statgrep_scan_bench >/dev/null
  python3 tests/bench/speed.py "$build/statgrep" "$build/statgrep_scan_bench" "$@"
}

match() {
  cmake --build "$build" --target statgrep_match_bench >/dev/null
  "$build/statgrep_match_bench"
}

case "${1:-accuracy}" in
  accuracy) shift || true; accuracy "$@" ;;
  speed) shift; speed "$@" ;;
  match) match ;;
  *) echo "bench: accuracy [GOLD], speed [NEWSWIRE] or match" >&2; exit 2 ;;
esac
