"""Words of people: compared one by one, cut, found in a passage. Never by likeness."""
