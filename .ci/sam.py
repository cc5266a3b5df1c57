"""What SAM makes of template.yaml."""

import pathlib

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse


def transform():
    """The plain CloudFormation template, with the default of each parameter."""
    template = yaml_parse(pathlib.Path("template.yaml").read_text())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            # The transform wants packaged code; what lies there it does not ask.
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    parameters = {name: parameter.get("Default") for name, parameter in template["Parameters"].items()}
    session = boto3.Session(region_name="ap-northeast-2")
    return Translator({}, Parser(), boto_session=session).translate(template, parameters)
