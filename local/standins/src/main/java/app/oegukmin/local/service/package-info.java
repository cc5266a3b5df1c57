/**
 * Services of others that functions call: Azure's assessment of pronunciation, Firebase, models of
 * OpenAI and Bedrock, and SSM's parameter store. DeepL is played by the campus, because {@code
 * CAMPUS_URL} stands in for it too.
 */
package app.oegukmin.local.service;
