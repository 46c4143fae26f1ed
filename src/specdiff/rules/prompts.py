"""Eval prompts and their files."""

from dataclasses import replace

from specdiff.model.change import Matching
from specdiff.model.spec import EvalPrompt


def lacks_file(prompt: EvalPrompt, matching: Matching) -> bool:
    """Whether a mark names a prompt that has no file, in a document whose prompts have files."""
    return prompt.body is None and (matching.old.has_prompt_files or matching.new.has_prompt_files)


def as_file(prompt: EvalPrompt) -> EvalPrompt:
    """Return the prompt as its file: for a finding about the text in it and not about the mark."""
    return replace(prompt, text=prompt.body or "", place=prompt.body_place or prompt.place)
