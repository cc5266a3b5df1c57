#!/bin/sh
# Has the texts of the search stored anew, after a change of how they are folded.
#   scripts/refold.sh <stack>
# Tells the indexer of every notice as its stream would. Needs the AWS CLI, dynamodb:DescribeTable and Query on NoticeTable,
# lambda:InvokeFunction on IndexerFunction. Once more does no harm.
set -eu
stack=${1:?usage: scripts/refold.sh <stack>}
export AWS_REGION="${AWS_REGION:-ap-northeast-2}"

resource() {
  aws cloudformation describe-stack-resource --stack-name "$stack" --logical-resource-id "$1" --output text \
    --query StackResourceDetail.PhysicalResourceId
}
table=$(resource NoticeTable)
indexer=$(resource IndexerFunction)
stream=$(aws dynamodb describe-table --table-name "$table" --query Table.LatestStreamArn --output text)

record() {
  printf '{"eventSourceARN": "%s", "dynamodb": {"SequenceNumber": "%s", "Keys": {"feed": {"S": "%s"}, "id": {"N": "%s"}}}}' \
    "$stream" "$2" "$1" "$2"
}

for feed in 'KO#전체' 'EN-US#전체' 'ZH#전체'; do
  aws dynamodb query --table-name "$table" --key-condition-expression 'feed = :feed' --projection-expression id \
    --expression-attribute-values "{\":feed\": {\"S\": \"$feed\"}}" --query 'Items[].id.N' --output text |
    tr -s '\t' '\n' | xargs -n 100 |
    while read -r ids; do
      event=$(for id in $ids; do record "$feed" "$id"; echo; done | paste -sd, -)
      answer=$(aws lambda invoke --function-name "$indexer" --cli-binary-format raw-in-base64-out \
        --payload "{\"Records\": [$event]}" --output text --query FunctionError /dev/stdout)
      case "$answer" in
        *itemIdentifier* | *Unhandled) echo "The indexer failed: $answer" >&2; exit 1 ;;
      esac
      echo "$feed: $(echo "$ids" | wc -w) notices"
    done
done
