"""Reads what SAM makes of template.yaml: every method demands a key and an authorizer, but for preflights and the route the app starts with.

SAM would put the key on preflights too unless told (AddApiKeyRequiredToCorsPreflight), and no browser could call then.
"""

import pathlib
import sys

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

OPEN = "get /api/menu/daily"

template = yaml_parse(pathlib.Path("template.yaml").read_text())
for resource in template["Resources"].values():
    if resource["Type"] == "AWS::Serverless::Function":
        # The transform wants packaged code; what lies there it does not ask.
        resource["Properties"]["CodeUri"] = "s3://bucket/key"
parameters = {name: parameter.get("Default") for name, parameter in template["Parameters"].items()}
session = boto3.Session(region_name="ap-northeast-2")
plain = Translator({}, Parser(), boto_session=session).translate(template, parameters)

wrong, methods = [], 0
for path, item in plain["Resources"]["Api"]["Properties"]["Body"]["paths"].items():
    if "options" not in item:
        wrong.append(f"options {path} is missing")
    for method, operation in item.items():
        methods += 1
        schemes = sorted(scheme for entry in operation.get("security") or [] for scheme in entry)
        bare = method == "options" or f"{method} {path}" == OPEN
        if schemes not in ([[]] if bare else [["Guest", "api_key"], ["Member", "api_key"]]):
            wrong.append(f"{method} {path} has {schemes or 'neither authorizer nor key'}")

print("\n".join(wrong) or f"{methods} methods: authorizer and key where they belong")
sys.exit(1 if wrong or not methods else 0)
