package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

func (r *agreementResolver) Actors(ctx context.Context, obj *schema.Agreement) ([]*schema.Actor, error) {
	return r.actorsOf(ctx, obj.FactData)
}

func (r *agreementResolver) Claims(ctx context.Context, obj *schema.Agreement, filter *schema.ClaimFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Claim], error) {
	return r.claimsOfFact(ctx, obj.FactData, filter, paging{first, after, last, before})
}

func (r *agreementResolver) Parties(ctx context.Context, obj *schema.Agreement) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Party)
}

func (r *attackResolver) Actors(ctx context.Context, obj *schema.Attack) ([]*schema.Actor, error) {
	return r.actorsOf(ctx, obj.FactData)
}

func (r *attackResolver) Claims(ctx context.Context, obj *schema.Attack, filter *schema.ClaimFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Claim], error) {
	return r.claimsOfFact(ctx, obj.FactData, filter, paging{first, after, last, before})
}

func (r *attackResolver) Attackers(ctx context.Context, obj *schema.Attack) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Attacker)
}

func (r *attackResolver) Targets(ctx context.Context, obj *schema.Attack) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Target)
}

func (r *attackResolver) Place(ctx context.Context, obj *schema.Attack) (schema.Entity, error) {
	return r.one(ctx, obj.FactData, news.Venue)
}

func (r *eventResolver) Actors(ctx context.Context, obj *schema.Event) ([]*schema.Actor, error) {
	return r.actorsOf(ctx, obj.FactData)
}

func (r *eventResolver) Claims(ctx context.Context, obj *schema.Event, filter *schema.ClaimFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Claim], error) {
	return r.claimsOfFact(ctx, obj.FactData, filter, paging{first, after, last, before})
}

func (r *eventResolver) Participants(ctx context.Context, obj *schema.Event) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Participant)
}

func (r *eventResolver) Place(ctx context.Context, obj *schema.Event) (schema.Entity, error) {
	return r.one(ctx, obj.FactData, news.Venue)
}

func (r *meetingResolver) Actors(ctx context.Context, obj *schema.Meeting) ([]*schema.Actor, error) {
	return r.actorsOf(ctx, obj.FactData)
}

func (r *meetingResolver) Claims(ctx context.Context, obj *schema.Meeting, filter *schema.ClaimFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Claim], error) {
	return r.claimsOfFact(ctx, obj.FactData, filter, paging{first, after, last, before})
}

func (r *meetingResolver) Participants(ctx context.Context, obj *schema.Meeting) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Participant)
}

func (r *meetingResolver) Place(ctx context.Context, obj *schema.Meeting) (schema.Entity, error) {
	return r.one(ctx, obj.FactData, news.Venue)
}

func (r *positionResolver) Actors(ctx context.Context, obj *schema.Position) ([]*schema.Actor, error) {
	return r.actorsOf(ctx, obj.FactData)
}

func (r *positionResolver) Claims(ctx context.Context, obj *schema.Position, filter *schema.ClaimFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Claim], error) {
	return r.claimsOfFact(ctx, obj.FactData, filter, paging{first, after, last, before})
}

func (r *positionResolver) Person(ctx context.Context, obj *schema.Position) (schema.Entity, error) {
	return r.one(ctx, obj.FactData, news.Holder)
}

func (r *positionResolver) Of(ctx context.Context, obj *schema.Position) (schema.Entity, error) {
	return r.one(ctx, obj.FactData, news.Body)
}

func (r *sanctionResolver) Actors(ctx context.Context, obj *schema.Sanction) ([]*schema.Actor, error) {
	return r.actorsOf(ctx, obj.FactData)
}

func (r *sanctionResolver) Claims(ctx context.Context, obj *schema.Sanction, filter *schema.ClaimFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Claim], error) {
	return r.claimsOfFact(ctx, obj.FactData, filter, paging{first, after, last, before})
}

func (r *sanctionResolver) Imposers(ctx context.Context, obj *schema.Sanction) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Imposer)
}

func (r *sanctionResolver) Targets(ctx context.Context, obj *schema.Sanction) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Target)
}

func (r *statementResolver) Actors(ctx context.Context, obj *schema.Statement) ([]*schema.Actor, error) {
	return r.actorsOf(ctx, obj.FactData)
}

func (r *statementResolver) Claims(ctx context.Context, obj *schema.Statement, filter *schema.ClaimFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Claim], error) {
	return r.claimsOfFact(ctx, obj.FactData, filter, paging{first, after, last, before})
}

func (r *statementResolver) Speaker(ctx context.Context, obj *schema.Statement) (schema.Entity, error) {
	return r.one(ctx, obj.FactData, news.Speaker)
}

func (r *statementResolver) Addressees(ctx context.Context, obj *schema.Statement) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Addressee)
}

func (r *statementResolver) Subjects(ctx context.Context, obj *schema.Statement) ([]schema.Entity, error) {
	return r.in(ctx, obj.FactData, news.Subject)
}

func (r *Resolver) Agreement() schema.AgreementResolver { return &agreementResolver{r} }

func (r *Resolver) Attack() schema.AttackResolver { return &attackResolver{r} }

func (r *Resolver) Event() schema.EventResolver { return &eventResolver{r} }

func (r *Resolver) Meeting() schema.MeetingResolver { return &meetingResolver{r} }

func (r *Resolver) Position() schema.PositionResolver { return &positionResolver{r} }

func (r *Resolver) Sanction() schema.SanctionResolver { return &sanctionResolver{r} }

func (r *Resolver) Statement() schema.StatementResolver { return &statementResolver{r} }

type (
	agreementResolver struct{ *Resolver }
	attackResolver    struct{ *Resolver }
	eventResolver     struct{ *Resolver }
	meetingResolver   struct{ *Resolver }
	positionResolver  struct{ *Resolver }
	sanctionResolver  struct{ *Resolver }
	statementResolver struct{ *Resolver }
)
