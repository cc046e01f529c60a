"""What everything refers to: people, parties, sources, talks, issues, stories; and the record of each."""
