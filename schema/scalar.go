package schema

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/newsgraph/newsgraph/news"
)

// MarshalID writes id as a string.
func MarshalID(id news.ID) graphql.Marshaler { return quoted(string(id)) }

// UnmarshalID reads an id, and refuses what is none.
func UnmarshalID(v any) (news.ID, error) {
	s, ok := v.(string)
	if !ok {
		return "", news.Errorf(news.BadInput, "%v is not an id: ids are strings like 6fa459ea-ee8a-5ca4-894e-db77e160355e", v)
	}
	return news.ParseID(s)
}

// MarshalDate writes d as YYYY-MM-DD, and null when it is unknown.
func MarshalDate(d news.Date) graphql.Marshaler {
	if d.IsZero() {
		return graphql.Null
	}
	return quoted(d.String())
}

// UnmarshalDate reads YYYY-MM-DD.
func UnmarshalDate(v any) (news.Date, error) {
	s, ok := v.(string)
	if !ok {
		return news.Date{}, news.Errorf(news.BadInput, "%v is not a date: write it as \"2025-08-07\"", v)
	}
	return news.ParseDate(s)
}

// MarshalDateTime writes t in UTC as RFC 3339, and null when it is zero.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return quoted(t.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads RFC 3339.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, _ := v.(string)
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, news.Errorf(news.BadInput, "%v is not a moment: write it as \"2025-08-07T10:00:00Z\"", v)
	}
	return t, nil
}

// MarshalFactType writes t as an enum value.
func MarshalFactType(t news.FactType) graphql.Marshaler { return upper(t) }

// UnmarshalFactType reads an enum value.
func UnmarshalFactType(v any) (news.FactType, error) { return lower[news.FactType](v) }

// MarshalEntityType writes t as an enum value.
func MarshalEntityType(t news.EntityType) graphql.Marshaler { return upper(t) }

// UnmarshalEntityType reads an enum value.
func UnmarshalEntityType(v any) (news.EntityType, error) { return lower[news.EntityType](v) }

// MarshalStatus writes s as an enum value.
func MarshalStatus(s news.Status) graphql.Marshaler { return upper(s) }

// UnmarshalStatus reads an enum value.
func UnmarshalStatus(v any) (news.Status, error) { return lower[news.Status](v) }

// MarshalStanding writes s as an enum value.
func MarshalStanding(s news.Standing) graphql.Marshaler { return upper(s) }

// UnmarshalStanding reads an enum value.
func UnmarshalStanding(v any) (news.Standing, error) { return lower[news.Standing](v) }

// MarshalPrecision writes p as an enum value, and null when it is unknown.
func MarshalPrecision(p news.Precision) graphql.Marshaler { return upper(p) }

// UnmarshalPrecision reads an enum value.
func UnmarshalPrecision(v any) (news.Precision, error) { return lower[news.Precision](v) }

// MarshalMentionKind writes k as an enum value.
func MarshalMentionKind(k news.MentionKind) graphql.Marshaler { return upper(k) }

// UnmarshalMentionKind reads an enum value.
func UnmarshalMentionKind(v any) (news.MentionKind, error) { return lower[news.MentionKind](v) }

// MarshalRole writes r as an enum value: its relationship's name without the preposition.
func MarshalRole(r news.Role) graphql.Marshaler {
	s := string(r)
	if i := strings.LastIndexByte(s, '_'); i > 0 {
		s = s[:i]
	}
	return upper(s)
}

// UnmarshalRole reads an enum value.
func UnmarshalRole(v any) (news.Role, error) {
	s, _ := v.(string)
	for _, roles := range news.Roles {
		for _, r := range roles {
			if strings.HasPrefix(string(r), s+"_") {
				return r, nil
			}
		}
	}
	return "", news.Errorf(news.BadInput, "%v is not a role: the roles are listed in the schema", v)
}

// Lower is an enum value in lower case, as claims and facts hold it.
type Lower string

// MarshalLower writes s as an enum value, and null when it is empty.
func MarshalLower(s Lower) graphql.Marshaler { return upper(s) }

// UnmarshalLower reads an enum value.
func UnmarshalLower(v any) (Lower, error) { return lower[Lower](v) }

func upper[S ~string](s S) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return quoted(strings.ToUpper(string(s)))
}

func lower[S ~string](v any) (S, error) {
	s, ok := v.(string)
	if !ok {
		return "", fmt.Errorf("enum value %v is no string", v)
	}
	return S(strings.ToLower(s)), nil
}

func quoted(s string) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(s)) })
}
