"""Entries out to other programs and back: CSV, JSON, FHIR, and lists that people keep elsewhere."""
