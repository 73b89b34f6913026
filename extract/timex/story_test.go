package timex_test

import "testing"

func TestRelativeToTheText(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"the next day", "They met on May 3, 2024. The next day they signed.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\nThe next day: DATE 2024-05-04 [2024-05-04..2024-05-04 day]"},
		{"days later", "They met on May 3, 2024. Two days later they signed.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\nTwo days later: DATE 2024-05-05 [2024-05-05..2024-05-05 day]"},
		{"a decade later", "In 1998, she won a seat. A decade later, she lost it.", "1998: DATE 1998 [1998-01-01..1998-12-31 year]\nA decade later: DATE 2008 [2008-01-01..2008-12-31 year]"},
		{"a story in another year", "The war began in February 2022. On March 3 they met in Belarus.", "February 2022: DATE 2022-02 [2022-02-01..2022-02-28 month]\nMarch 3: DATE 2022-03-03 [2022-03-03..2022-03-03 day]"},
		{"a new story", "Protests began in 2019. He was arrested in January.", "2019: DATE 2019 [2019-01-01..2019-12-31 year]\nJanuary: DATE 2025-01 [2025-01-01..2025-01-31 month]"},
		{"told in the past perfect", "Protests began in 2019. He had been arrested in January.", "2019: DATE 2019 [2019-01-01..2019-12-31 year]\nJanuary: DATE 2019-01 [2019-01-01..2019-01-31 month]"},
		{"the day before", "They met on May 3, 2024. He had flown in the day before.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\nthe day before: DATE 2024-05-02 [2024-05-02..2024-05-02 day]"},
		{"a day after an event", "They signed a day after the talks.", "a day: DURATION P1D +1 from talks"},
		{"shortly after an event", "They signed shortly after the meeting.", "shortly after:   +0 from meeting"},
		{"the night before", "They met on May 3, 2024. He had flown in the night before.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\nthe night before: TIME 2024-05-02TNI [2024-05-02..2024-05-02 day]"},
		{"the same quarter of the year before", "Sales rose in the third quarter of 2024 from a year earlier.", "the third quarter of 2024: DATE 2024-Q3 [2024-07-01..2024-09-30 quarter]\na year earlier: DATE 2023-Q3 [2023-07-01..2023-09-30 quarter]"},
		{"the same period", "Orders fell in February compared with the same period last year.", "February: DATE 2025-02 [2025-02-01..2025-02-28 month]\nthe same period last year: DATE 2024-02 [2024-02-01..2024-02-29 month]"},
		{"a year-earlier figure", "Orders fell in February 2024. In the year-earlier month they had risen.", "February 2024: DATE 2024-02 [2024-02-01..2024-02-29 month]\nthe year-earlier month: DATE 2023-02 [2023-02-01..2023-02-28 month]"},
		{"a year earlier in a story", "She won in May 2024. A year earlier she had lost.", "May 2024: DATE 2024-05 [2024-05-01..2024-05-31 month]\nA year earlier: DATE 2023 [2023-01-01..2023-12-31 year]"},
		{"at that time", "The deal expires on June 10, 2026. If no buyer is found by that time, the bank will close.", "June 10, 2026: DATE 2026-06-10 [2026-06-10..2026-06-10 day]\nthat time: DATE 2026-06-10"},
		{"the entire year", "The plant lost money in the last months of 2022 and over the entire year.", "the last months: DURATION PXM\n2022: DATE 2022 [2022-01-01..2022-12-31 year]\nthe entire year: DATE 2022 [2022-01-01..2022-12-31 year]"},
		{"a weekday of the week named", "They met last week on Tuesday.", "last week: DATE 2025-W31 [2025-07-28..2025-08-03 week]\nTuesday: DATE 2025-07-29 [2025-07-29..2025-07-29 day]"},
		{"no point of the story", "The season began a month earlier than usual.", "a month: DURATION P1M"},
		{"weeks later, nobody knows when", "Weeks later, he was dead.", "Weeks later: DATE PAST_REF"},
		{"the day before, named", "They met on May 13, 2024. The day before, on May 11, he had flown in.", "May 13, 2024: DATE 2024-05-13 [2024-05-13..2024-05-13 day]\nThe day before: DATE 2024-05-11 [2024-05-11..2024-05-11 day]\nMay 11: DATE 2024-05-11 [2024-05-11..2024-05-11 day]"},
		{"around now", "They are in Rome from Tuesday to Friday. Earlier in the day they met.", "Tuesday: DATE 2025-08-05 [2025-08-05..2025-08-08 range]\nFriday: DATE 2025-08-08 [2025-08-05..2025-08-08 range]\nEarlier in the day: DATE 2025-08-07 [2025-08-07..2025-08-07 day]"},
		{"shortly afterwards", "They met on May 3, 2024. Shortly afterwards they signed.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\nShortly afterwards:   [2024-05-03..2024-05-03 day]"},
		{"a short time later, long after", "They met on May 3, 2024. It rained. It snowed. The wind rose. A short time later they signed.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\nA short time later:  "},
		{"hours later", "They met on May 3, 2024. Hours later they signed.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\nHours later: DATE PAST_REF [2024-05-03..2024-05-03 day]"},
		{"the following month", "They met in March 2024. The following month they signed.", "March 2024: DATE 2024-03 [2024-03-01..2024-03-31 month]\nThe following month: DATE 2024-04 [2024-04-01..2024-04-30 month]"},
		{"an hour of the day told", "They met on May 3, 2024. It rained. They left at 5 p.m.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\n5 p.m.: TIME 2024-05-03T17:00 [2024-05-03..2024-05-03 day]"},
		{"an hour of a day long past", "They met on May 3, 2024. It rained. It snowed. The wind rose. They left. He came back at 5 p.m.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\n5 p.m.: TIME 2024-05-03T17:00"},
		{"the first of a stretch is no day of the story", "They meet from Monday to Wednesday. The next day they go home.", "Monday: DATE 2025-08-11 [2025-08-11..2025-08-13 range]\nWednesday: DATE 2025-08-13 [2025-08-11..2025-08-13 range]\nThe next day: DATE 2025-08-08 [2025-08-08..2025-08-08 day]"},
	})
}
