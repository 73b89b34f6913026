// What time is it by the clock of what is recorded?
// out: now datetime
RETURN datetime() AS now
