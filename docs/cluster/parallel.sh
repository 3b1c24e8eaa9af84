#!/bin/sh
# Shards of a dump by GNU parallel, and their merge.
#   parallel.sh SHARDS OUTPUT INPUT... [-- options of parallel...]
# Partial results stand beside OUTPUT until it is whole; those that are there
# are not made again. STATGREP names the program where it is not in the PATH.
set -eu
shards=$1 output=$2
shift 2
inputs= options=
for argument; do
  case "$argument,$options" in
    --*,*) options="$options $argument" ;;
    *,?*) options="$options $argument" ;;
    *) inputs="$inputs '$(printf %s "$argument" | sed "s/'/'\\\\''/g")'" ;;
  esac
done
statgrep=${STATGREP:-statgrep}
# shellcheck disable=SC2086
seq "$shards" | parallel --will-cite --retries 2 $options \
  "[ -s '$output.{}.part' ] || '$statgrep' extract --partial --shard {}/$shards -o '$output.{}.part' $inputs || [ \$? -eq 1 ]"
set --
for shard in $(seq "$shards"); do set -- "$@" "$output.$shard.part"; done
"$statgrep" merge --final --expect "$shards" -o "$output" "$@"
rm -f "$@"
