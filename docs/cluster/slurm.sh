#!/bin/sh
# Shards of a dump as a Slurm array job, and a merge that waits for all of them.
#   slurm.sh SHARDS OUTPUT INPUT...
# OUTPUT and the inputs stand where every node sees them. STATGREP names the program
# where it is not in the PATH. Waits until the merge is done; prints nothing else.
set -eu
shards=$1 output=$2
shift 2
inputs=
for argument; do inputs="$inputs '$(printf %s "$argument" | sed "s/'/'\\\\''/g")'"; done
statgrep=${STATGREP:-statgrep}
parts=
for shard in $(seq "$shards"); do parts="$parts '$output.$shard.part'"; done
array=$(sbatch --parsable --job-name statgrep --array "1-$shards" --requeue --output "$output.%a.log" --wrap \
  "'$statgrep' extract -j \${SLURM_CPUS_PER_TASK:-1} --partial --shard \$SLURM_ARRAY_TASK_ID/$shards \
   -o '$output.'\$SLURM_ARRAY_TASK_ID.part $inputs || [ \$? -eq 1 ]")
sbatch --parsable --wait --job-name statgrep-merge --dependency "afterok:$array" --kill-on-invalid-dep=yes \
  --output "$output.merge.log" --wrap \
  "'$statgrep' merge --final --expect $shards -o '$output' $parts && rm -f $parts" >/dev/null
