"""One story of the readings: every step of comparing, in order."""

from __future__ import annotations

from collections.abc import Iterable

from runut.comparing import (
    checks,
    clashes,
    contested,
    corrections,
    deeds,
    disputes,
    entities,
    families,
    framing,
    happenings,
    lemmas,
    off_story,
    positions,
    remarks,
    rulings,
    sayings,
    series,
    sources,
    storywords,
    timeline,
)
from runut.comparing.ages import by_age
from runut.lang import Language
from runut.model import Judgement, OffStory, Reading, Ruling, Story


def compare(readings: Iterable[Reading], language: Language, judgements: Iterable[Judgement] = ()) -> Story:
    """As `runut.comparing.compare`."""
    ordered = by_age(readings)
    ruled, replayed = rulings.settle(judgements, ordered)
    corrected = corrections.correct(ordered, ruled.corrections)
    used = rulings.without(corrected, ruled)
    ents = entities.join(used, language, ruled)
    fams = families.group(used, language, ruled)
    forms = lemmas.Lemmas(language)
    words = storywords.Words(used, language, forms)
    strays = _strays(off_story.find(used, ents, language, words=words), ruled, replayed)
    away = {s.article for s in strays}
    of_story = tuple(r for r in used if r.article.id not in away)
    told_from = sources.Sources(of_story, fams)
    rows = series.align(of_story, ents, fams, language, ruled, sources=told_from)
    told = remarks.gather(of_story, ents, fams, language, forms)
    at_odds = clashes.find(of_story, ents, rows, language, fams, told=told)
    moments, days = timeline.tell(of_story, ents, fams, language, told_from)
    return Story(
        readings=corrections.mark(corrected, ordered),
        entities=ents,
        families=fams,
        series=rows,
        checks=checks.find(of_story, rows, language, fams, forms),
        sayings=sayings.join(of_story, ents, fams, language, ruled, told=told, sources=told_from),
        positions=positions.find(of_story, ents, fams, rows, language, told=told),
        clashes=at_odds,
        disputes=contested.merge(
            disputes.find(of_story, at_odds, told_from, language),
            contested.find(of_story, told_from, language, forms),
        ),
        happenings=happenings.join(of_story, ents, fams, language, ruled, forms, sources=told_from),
        timeline=moments,
        days=days,
        framing=framing.gather(of_story, ents, language, words=words),
        deeds=deeds.gather(of_story, language),
        off_story=strays,
        judgements=replayed,
    )


def _strays(found: Iterable[OffStory], ruled: rulings.Rulings, replayed: Iterable[Ruling]) -> tuple[OffStory, ...]:
    """The reports off the story: those that a rule finds and nobody keeps, and those that a person rejects."""
    out = {s.article: s for s in found if s.article not in ruled.kept}
    for ruling in replayed:
        judgement = ruling.judgement
        if ruling.state == "applied" and judgement.act == rulings.REJECT:
            for subject in judgement.subjects:
                if subject.layer == "reports" and subject.id in ruled.rejected:
                    out[subject.id] = OffStory(
                        article=subject.id, why=judgement.why, rule="judgement", english=judgement.why
                    )
    return tuple(out.values())
