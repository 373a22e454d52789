"""The demo's plain text files."""

from inspect import cleandoc

NOTES: dict[str, str] = {
    "robotics-log.txt": cleandoc("""
        ROBOTICS TEAM, ENGINEERING LOG (kept by Ananya; A = me)
        ------------------------------------------------------
        WEEK 3
          Drive: both gearboxes ordered (A). Expected: week 5, Tuesday.
          Arm: cardboard model holds 200 g. Second person: Tobias.
        WEEK 4
          Code: remote stop works. Tested by A and Mei, 20 of 20.
          Log: A was away on Wednesday, Mei wrote these lines.
        WEEK 5
          Saturday: the gearbox shop says Friday, not Tuesday. A told all today:
          "Gearbox Friday 16:00. Until then we drive with the old one at half speed.
          If it is not here on Friday, we keep the old one for the first round."
          Friday 15:40: gearbox here. Fitted by Tobias and A by 19:00.
        WEEK 6
          Hall for one evening only. Arm drops its load at full height.
          A took the arm apart: a washer was missing. Holds now.
        WEEK 7
          All of A's cards done but one: the battery box. Reason: no screws M3x12.
          New date told on Monday: Thursday. Done on Thursday.
        WEEK 8
          Robot turns left by itself. Log of weeks 4 and 5 compared: since the new
          gearbox. Encoder cable loose. Found in one hour.
        WEEK 9
          Ten runs, nine complete. Run 6: wheel caught the tape. Tape laid anew.
    """)
    + "\n",
    "afternoon-shift-note.txt": cleandoc("""
        To whom it may concern,

        I work the afternoons. When Desirée has had the morning, the board says when the starter was
        fed, how warm it is and what is missing. I do not ring anybody on those days. On the day the
        starter was weak she had written it in red and was still there when I came, so we baked the
        rolls first and the loaves an hour later. Without the red line I would have lost the loaves.

        About the timer: it was a bit hard to hear, but she said it to me alone and it was true.

        H. Villaseñor, afternoon shift
    """)
    + "\n",
    "oral-history-plan.txt": cleandoc("""
        ORAL HISTORY OF THE CANNERY: first plan

        Week 1  questions, recorder, consent forms
        Week 2  first talk with Mrs. Dávila (line 1, 1961 to 1988)
        Week 3  second talk with Mrs. Dávila, at the old gate
        Week 4  photographs from her album
        Week 5  listening station, test in the library

        If something goes wrong: ?
    """)
    + "\n",
}
