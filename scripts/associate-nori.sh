#!/bin/sh
# Gives the OpenSearch domain of a stack the package analysis-nori, without which no index can be made there.
#   scripts/associate-nori.sh <stack>     once, after the deployment that made the domain (SearchEngine=opensearch)
# Once more does no harm. Needs the AWS CLI and es:DescribeDomain, DescribePackages, ListPackagesForDomain, AssociatePackage.
set -eu
stack=${1:?usage: scripts/associate-nori.sh <stack>}
export AWS_REGION="${AWS_REGION:-ap-northeast-2}"

domain=$(aws cloudformation describe-stack-resource --stack-name "$stack" --logical-resource-id SearchDomain \
  --query StackResourceDetail.PhysicalResourceId --output text)
state() {
  aws opensearch list-packages-for-domain --domain-name "$domain" \
    --query "DomainPackageDetailsList[?PackageName=='analysis-nori'] | [0].DomainPackageStatus" --output text
}

if [ "$(state)" = None ]; then
  version=$(aws opensearch describe-domain --domain-name "$domain" --query DomainStatus.EngineVersion --output text)
  package=$(aws opensearch describe-packages \
    --filters Name=PackageName,Value=analysis-nori "Name=EngineVersion,Value=$version" \
    --query 'PackageDetailsList[0].PackageID' --output text)
  [ "$package" != None ] || { echo "There is no analysis-nori for $version here." >&2; exit 1; }
  aws opensearch associate-package --package-id "$package" --domain-name "$domain" >/dev/null
fi
while true; do
  now=$(state)
  case $now in
    ACTIVE) echo "OpenSearch has nori; scripts/reindex.sh $stack fills the index."; exit 0 ;;
    ASSOCIATING) echo "OpenSearch takes nori in; that takes some minutes."; sleep "${PAUSE:-30}" ;;
    *) echo "The package is $now; look at the domain's packages in the console." >&2; exit 1 ;;
  esac
done
