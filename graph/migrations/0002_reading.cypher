// What readers page and follow by.

CREATE INDEX fact_type_from IF NOT EXISTS FOR (n:Fact) ON (n.type, n.from);
CREATE INDEX article_recorded IF NOT EXISTS FOR (n:Article) ON (n.recorded);
CREATE INDEX claim_recorded IF NOT EXISTS FOR (n:Claim) ON (n.recorded);
