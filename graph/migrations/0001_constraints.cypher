// What makes ids unique, and what lists filter and sort by. "Migration" has
// its constraint before any migration runs: see migrate.go.

CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE;

// Internal: where claims that may speak of the same fact are filed.
CREATE CONSTRAINT block_key IF NOT EXISTS FOR (n:Block) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT lock_name IF NOT EXISTS FOR (n:Lock) REQUIRE n.name IS UNIQUE;

CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published, n.id);
CREATE INDEX article_url IF NOT EXISTS FOR (n:Article) ON (n.url);
CREATE INDEX article_origin IF NOT EXISTS FOR (n:Article) ON (n.origin);
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX entity_wikidata IF NOT EXISTS FOR (n:Entity) ON (n.wikidata);
CREATE INDEX entity_articles IF NOT EXISTS FOR (n:Entity) ON (n.articles);
CREATE INDEX country_code IF NOT EXISTS FOR (n:Country) ON (n.code);
CREATE INDEX place_country IF NOT EXISTS FOR (n:Place) ON (n.country);

// How a write finds the claims of a fact in the order that makes a sample of
// them, claims that say the same, and claims that look for their fact in a block.
CREATE INDEX claim_rank IF NOT EXISTS FOR (n:Claim) ON (n.rank);
CREATE INDEX claim_digest IF NOT EXISTS FOR (n:Claim) ON (n.digest);
CREATE INDEX claim_home IF NOT EXISTS FOR (n:Claim) ON (n.home);

CREATE INDEX fact_from IF NOT EXISTS FOR (n:Fact) ON (n.from);
CREATE INDEX fact_last_reported IF NOT EXISTS FOR (n:Fact) ON (n.lastReported);
CREATE INDEX fact_type IF NOT EXISTS FOR (n:Fact) ON (n.type, n.lastReported);

CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX article_text IF NOT EXISTS FOR (n:Article) ON EACH [n.title, n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX fact_text IF NOT EXISTS FOR (n:Fact) ON EACH [n.text, n.topic, n.name, n.title, n.goods, n.reason] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX evidence_text IF NOT EXISTS FOR ()-[r:STATED_IN]-() ON EACH [r.quotes] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
