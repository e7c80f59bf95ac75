"""Files of authors: photos, drawings, sounds and sheets, looked at before anything of them is published, and made small and silent about people."""
