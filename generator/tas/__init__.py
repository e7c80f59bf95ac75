"""Tas: packs curated, multilingual content about social work into one bag that works anywhere."""
