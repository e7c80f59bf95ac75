"""Tas: packs curated content of any trade, in any language, into one bag that works anywhere."""
