"""THE table of operations: the routes and the OpenAPI document are both made from it."""

from __future__ import annotations

from typing import Any

from runut.model import Reading
from runut.web.api import records
from runut.web.api.answering import articles, judgements, paging, search, stories, work
from runut.web.api.operations import Answer, Operation
from runut.web.api.parameters import choice, day, identifier, moment, number, switch, words

_ARTICLE = identifier("id", "The id of the article.")
_STORY = identifier("id", "The id of the story.")
_JOB = identifier("id", "The id of the job.")
_MOVED = Answer(status=308, about="Another story has its reports now.", record=dict[str, str], headers={"Location": ""})
_SAME = Answer(status=304, about="The caller has it already.")
_PAGED = {"Link": "The next page, where there is one (rel=next)."}
_OF_ARTICLES = {"getArticle": "/articles/0/id", "getReading": "/articles/0/id"}
_OF_STORIES = dict.fromkeys(("getStory", "getAccount", "listChanges"), "/stories/0/id")
_OF_JOB = {"getJob": "/job", "cancelJob": "/job"}
_BEGUN = {"Location": "The job.", "Retry-After": "Seconds until it is worth asking."}
_MEBIBYTE = 1 << 20

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        method="POST",
        path="/articles",
        name="addArticles",
        group="articles",
        about="Add one report or a list of reports; what was there already changes nothing.",
        do=articles.add,
        body=records.Records,
        example=[
            {
                "text": "LONTAR - Feri Citra Lontar kandas, Selasa (4/2/2031). Dua orang tewas, kata Kepala Basarnas Seno Aji.",
                "title": "Feri Kandas, Dua Orang Tewas",
                "outlet": "Kabar Serunai",
                "url": "https://kabar-serunai.example/feri",
                "published": "2031-02-04T10:00:00+07:00",
            }
        ],
        limit=32 * _MEBIBYTE,
        halves=True,
        problems=("nothing-taken",),
        answers=(
            Answer(
                status=201,
                about="New articles are kept; a job reads and groups them.",
                record=records.Added,
                headers={"Location": "The article, where it is one."},
                leads={"getArticle": "/new/0", "getJob": "/job"},
            ),
            Answer(
                status=200,
                about="Everything was there already.",
                record=records.Added,
                headers={"Location": "The article, where it is one."},
            ),
        ),
    ),
    Operation(
        method="GET",
        path="/articles",
        name="listArticles",
        group="articles",
        about="Articles, what was added last first.",
        do=articles.list_all,
        parameters=(
            identifier("story", "Only articles of this story.", where="query"),
            words("outlet", "Only articles of the outlet that is called exactly so, capitals too."),
            day("published_from", "Only articles published on this day or later."),
            day("published_to", "Only articles published on this day or earlier."),
            paging.LIMIT,
            paging.CURSOR,
        ),
        problems=("bad-cursor", "not-found"),
        answers=(
            Answer(status=200, about="A page.", record=records.Articles, headers=_PAGED, leads=_OF_ARTICLES),
            _SAME,
        ),
    ),
    Operation(
        method="GET",
        path="/articles/{id}",
        name="getArticle",
        group="articles",
        about="An article with its text.",
        do=articles.get,
        parameters=(_ARTICLE,),
        answers=(Answer(status=200, about="The article.", record=records.ArticleTold), _SAME),
    ),
    Operation(
        method="GET",
        path="/articles/{id}/reading",
        name="getReading",
        group="articles",
        about="Everything that was found in an article, each finding with its span.",
        do=articles.get_reading,
        parameters=(_ARTICLE,),
        problems=("unreadable",),
        answers=(Answer(status=200, about="The reading.", record=Reading), _SAME),
    ),
    Operation(
        method="GET",
        path="/stories",
        name="listStories",
        group="stories",
        about="Stories, what changed last first.",
        do=stories.list_all,
        parameters=(
            moment("changed_since", "Only stories that changed at this moment or later."),
            words("title", "Only stories whose title has these words.", longest=200),
            paging.LIMIT,
            paging.CURSOR,
        ),
        problems=("bad-cursor",),
        answers=(
            Answer(status=200, about="A page.", record=records.StoryPage, headers=_PAGED, leads=_OF_STORIES),
            _SAME,
        ),
    ),
    Operation(
        method="GET",
        path="/stories/{id}",
        name="getStory",
        group="stories",
        about="A story and its articles.",
        do=stories.get,
        parameters=(_STORY,),
        answers=(Answer(status=200, about="The story.", record=records.StoryTold), _SAME, _MOVED),
    ),
    Operation(
        method="GET",
        path="/stories/{id}/changes",
        name="listChanges",
        group="stories",
        about="What changed in the account of a story since a version of it.",
        do=stories.list_changes,
        parameters=(
            _STORY,
            number("since_version", "The version that the caller knows.", low=0, high=2**31 - 1, required=True),
        ),
        answers=(Answer(status=200, about="The changes.", record=records.Changes), _SAME),
    ),
    Operation(
        method="GET",
        path="/accounts/{id}",
        name="getAccount",
        group="stories",
        about="The account of a story; its JSON is that of account.schema.json.",
        do=stories.get_account,
        parameters=(
            _STORY,
            switch(
                "fresh",
                "Whether an account that does not tell everything known by now is told anew first.",
                default=True,
            ),
            switch(
                "mask",
                "Whether names of minors and of victims are covered, and told what else asks for a look; docs/masking.md tells whose.",
                default=False,
            ),
        ),
        answers=(
            Answer(
                status=200,
                about="The account.",
                record=records.AccountTold,
                headers={"Link": "The story that it is of (rel=up)."},
            ),
            Answer(
                status=202,
                about="It is being told; ask again when the job is done.",
                record=records.Asked,
                headers=_BEGUN,
            ),
            _SAME,
            _MOVED,
        ),
    ),
    Operation(
        method="GET",
        path="/search",
        name="search",
        group="search",
        about="Articles, statements, figures and names; docs/search.md tells of the query.",
        do=search.find,
        parameters=(
            words("q", "The query.", longest=1_000, required=True, example="feri tewas"),
            choice(
                "kind",
                "What is sought; not given, what `kind:` in the query names, else articles.",
                ("article", "statement", "figure", "name", "all"),
            ),
            words(
                "outlet",
                "Only in articles of outlets whose names have words that begin so; capitals make no difference.",
            ),
            day("from", "Only in articles published on this day or later."),
            day("to", "Only in articles published on this day or earlier."),
            words("speaker", "Only what this person or body said."),
            words("measure", "Only figures of this measure."),
            identifier("story", "Only in this story.", where="query"),
            paging.LIMIT_OF_HITS,
            paging.CURSOR,
        ),
        problems=("bad-query", "bad-cursor", "not-found"),
        answers=(Answer(status=200, about="A page.", record=records.SearchPage, headers=_PAGED), _SAME),
    ),
    Operation(
        method="GET",
        path="/judgements",
        name="listJudgements",
        group="judgements",
        about="What persons judged, in the order in which it was kept.",
        do=judgements.list_all,
        parameters=(
            identifier("story", "Only judgements over articles of this story.", where="query"),
            paging.LIMIT,
            paging.CURSOR,
        ),
        problems=("bad-cursor", "not-found"),
        answers=(
            Answer(
                status=200,
                about="A page.",
                record=records.JudgementPage,
                headers=_PAGED,
                leads={"undoJudgement": "/judgements/0/judgement/id"},
            ),
            _SAME,
        ),
    ),
    Operation(
        method="POST",
        path="/judgements",
        name="addJudgement",
        group="judgements",
        about="Judge things of a story; docs/judgements.md tells of the acts.",
        do=judgements.add,
        body=records.NewJudgement,
        example={
            "story": "0123456789abcdef",
            "act": "reject",
            "subjects": ["fedcba9876543210"],
            "by": "Laras",
            "why": "Salah ketik di sumber",
            "sees": 41,
        },
        problems=("conflict", "not-found"),
        answers=(
            Answer(status=201, about="It is kept.", record=records.Kept, leads={"undoJudgement": "/judgement/id"}),
        ),
    ),
    Operation(
        method="POST",
        path="/judgements/{id}/undo",
        name="undoJudgement",
        group="judgements",
        about="Take a judgement back.",
        do=judgements.undo,
        parameters=(identifier("id", "The id of the judgement."),),
        body=records.Undo,
        example={"by": "Laras", "why": "Ternyata benar"},
        problems=("conflict",),
        answers=(Answer(status=201, about="It is taken back.", record=records.Kept),),
    ),
    Operation(
        method="POST",
        path="/links",
        name="addLinks",
        group="jobs",
        about="Have pages fetched and added.",
        do=work.ask_links,
        body=records.Links,
        example={"urls": ["https://kabar-serunai.example/feri"]},
        answers=(Answer(status=202, about="A job fetches them.", record=records.Asked, headers=_BEGUN, leads=_OF_JOB),),
    ),
    Operation(
        method="GET",
        path="/jobs/{id}",
        name="getJob",
        group="jobs",
        about="How far a job is, and what came of it.",
        do=work.get_job,
        parameters=(_JOB,),
        answers=(Answer(status=200, about="The job.", record=records.JobTold), _SAME),
    ),
    Operation(
        method="POST",
        path="/jobs/{id}/cancel",
        name="cancelJob",
        group="jobs",
        about="Have a job stop; what it has taken in stays.",
        do=work.cancel_job,
        parameters=(_JOB,),
        problems=("job-ended",),
        answers=(Answer(status=202, about="It stops at the next article.", record=records.JobTold),),
    ),
    Operation(
        method="GET",
        path="/skipped",
        name="listSkipped",
        group="jobs",
        about="What was given and gave no article, and why, the latest first.",
        do=work.list_skipped,
        parameters=(identifier("job", "Only what this job passed over.", where="query"), paging.LIMIT),
        problems=("not-found",),
        answers=(Answer(status=200, about="A list.", record=records.SkippedPage), _SAME),
    ),
    Operation(
        method="GET",
        path="/health",
        name="getHealth",
        group="desk",
        about="Whether the desk answers and reaches its store.",
        do=work.tell_health,
        open=True,
        answers=(Answer(status=200, about="It does.", record=records.Health), _SAME),
    ),
    Operation(
        method="GET",
        path="/openapi.json",
        name="getOpenapi",
        group="desk",
        about="This document.",
        do=work.tell_openapi,
        open=True,
        answers=(Answer(status=200, about="The document.", record=dict[str, Any]), _SAME),
    ),
    Operation(
        method="GET",
        path="/problems",
        name="listProblems",
        group="desk",
        about="Every kind of problem that an answer can be, and what to do.",
        do=work.list_problems,
        open=True,
        answers=(Answer(status=200, about="The kinds.", record=records.ProblemKinds), _SAME),
    ),
)
