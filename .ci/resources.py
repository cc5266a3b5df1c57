"""Prints how many resources each feature of template.yaml becomes in CloudFormation, which takes 500, and fails above 450.

At 430, alarms, dashboards and saved queries move into one nested application.
"""

import collections
import pathlib
import re
import sys

import sam

MOST = 450

text = pathlib.Path("template.yaml").read_text()
features, feature = {}, None
for line in text[text.index("\nResources:"):text.index("\nOutputs:")].splitlines():
    if heading := re.match(r"  # -+ ([^:]+)", line):
        feature = heading[1]
    elif resource := re.match(r"  (\w+):", line):
        features[resource[1]] = feature

counts = collections.Counter()
for name in sam.transform()["Resources"]:
    # The transform names what it adds after the resource that it adds it for.
    source = max((known for known in features if name.startswith(known)), key=len, default=None)
    counts[features.get(source, "none")] += 1

for name, count in counts.most_common():
    print(f"{count:5} {name}")
print(f"{counts.total():5} resources of at most {MOST}")
sys.exit(1 if counts.total() > MOST or "none" in counts else 0)
