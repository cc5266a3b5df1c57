#!/bin/sh
# Makes the search index anew from the tables, and shows how far it is. Searches go on meanwhile.
#   scripts/reindex.sh <stack>     stack "local" is what make run runs
# Once more does no harm; a run that was ended goes on where it was. Needs the AWS CLI and lambda:InvokeFunction.
set -eu
stack=${1:?usage: scripts/reindex.sh <stack>}
export AWS_REGION="${AWS_REGION:-ap-northeast-2}"

if [ "$stack" = local ]; then
  exec "$(dirname "$0")/control.sh" reindex
fi

function=$(aws cloudformation describe-stack-resource --stack-name "$stack" --logical-resource-id ReindexFunction \
  --query StackResourceDetail.PhysicalResourceId --output text)
response=$(mktemp)
trap 'rm -f "$response"' EXIT
field() {
  sed -n "s/.*\"$1\":\"\{0,1\}\([a-z0-9]*\).*/\1/p" "$response"
}
first=
while true; do
  error=$(aws lambda invoke --function-name "$function:live" --cli-read-timeout 120 --cli-binary-format raw-in-base64-out \
    --payload '{"seconds": 30}' --query FunctionError --output text "$response")
  if [ "$error" != None ]; then
    echo "It failed, and goes on from here when it is run again: $(cat "$response")" >&2
    exit 1
  fi
  state=$(field state)
  [ "$state" != busy ] || { echo "Another run is under way."; sleep "${PAUSE:-30}"; continue; }
  documents=$(field documents)
  total=$(field total)
  now=$(date +%s)
  [ -n "$first" ] || { first=$now; before=$documents; }
  rate=$(((documents - before) / (now > first ? now - first : 1)))
  left=$([ "$rate" -gt 0 ] && echo "$(((total - documents) / rate)) s left" || echo "measuring")
  echo "$documents of $total documents, $rate a second, $left"
  [ "$state" != done ] || { echo "The new index serves; readers have it within 30 seconds."; exit 0; }
done
