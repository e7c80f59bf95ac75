"""Content out to translators and teachers, and back: only what they changed is written, byte for byte."""
