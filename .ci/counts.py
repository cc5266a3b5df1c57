"""Adds up what the test runner reported, per module and in all."""

import collections
import glob
import pathlib
import sys
import xml.etree.ElementTree as xml

modules = collections.Counter()
passed = failed = skipped = 0
for path in glob.glob("**/target/surefire-reports/TEST-*.xml", recursive=True):
    suite = xml.parse(path).getroot()
    run, bad, left = (sum(int(suite.get(key, 0)) for key in keys) for keys in (["tests"], ["failures", "errors"], ["skipped"]))
    modules[str(pathlib.Path(path).parents[2])] += run
    passed, failed, skipped = passed + run - bad - left, failed + bad, skipped + left

for module, tests in sorted(modules.items()):
    print(f"{tests:5} {module}")
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed or not passed else 0)
