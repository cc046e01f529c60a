"""Reading text as a person does: its quotations, who says each, a transcript's turns. Pure; knows no file and no desk."""
