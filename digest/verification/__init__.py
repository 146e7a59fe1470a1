"""Whether what a brief says is what its sources say."""

from digest.verification.briefs import Finding, verify_brief
from digest.verification.repetition import Repetition, repetition_of
from digest.verification.statements import Judgement, Verdict, judge_statement

__all__ = ["Finding", "Judgement", "Repetition", "Verdict", "judge_statement", "repetition_of", "verify_brief"]
