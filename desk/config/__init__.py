"""The reporter's own settings, from one TOML file: `load` reads it, `default_text` explains it."""

from __future__ import annotations

from desk.config.file import default_text, load, parse
from desk.config.keymap import ActionKeys
from desk.config.lines import Problem
from desk.config.settings import Config

__all__ = ["ActionKeys", "Config", "Problem", "default_text", "load", "parse"]
