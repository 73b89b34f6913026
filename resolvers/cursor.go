package resolvers

import (
	"encoding/base64"
	"encoding/json"
	"hash/fnv"
	"math"
	"strconv"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

// A cursor is the place of a row in an ordered list: base64url of a checksum
// and the JSON array [list, type of key, key, id]. It holds for lists with
// the same order and says nothing else, so it survives changes of the graph.
// Only canonical cursors are taken: what decodes also encodes to the same text.

// encodeCursor returns the cursor of m in the list with this name.
func encodeCursor(list string, m graph.Mark) string {
	kind, key := keyText(m.Key)
	text, err := json.Marshal([4]string{list, kind, key, string(m.ID)})
	if err != nil {
		panic(err) // strings are always JSON
	}
	return base64.RawURLEncoding.EncodeToString(append(checksum(text), text...))
}

// decodeCursor returns what encodeCursor was given, or a BadInput error for
// everything that it didn't make for this list.
func decodeCursor(list, cursor string) (*graph.Mark, error) {
	bad := news.Errorf(news.BadInput, "The cursor is none of this list: use a cursor from a page of the same list in the same order.")
	raw, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(raw) < 4 || len(raw) > 1<<12 {
		return nil, bad
	}
	sum, text := raw[:4], raw[4:]
	var parts [4]string
	if string(checksum(text)) != string(sum) || json.Unmarshal(text, &parts) != nil || parts[0] != list {
		return nil, bad
	}
	key, ok := textKey(parts[1], parts[2])
	id, err := news.ParseID(parts[3])
	if !ok || err != nil {
		return nil, bad
	}
	m := graph.Mark{Key: key, ID: id}
	if encodeCursor(list, m) != cursor {
		return nil, bad
	}
	return &m, nil
}

// checksum tells a cursor that was typed or cut from a whole one. It is no
// secret: a cursor gives no right to anything.
func checksum(text []byte) []byte {
	h := fnv.New32a()
	h.Write(text)
	return h.Sum(nil)
}

func keyText(key any) (kind, text string) {
	switch k := key.(type) {
	case news.Date:
		return "d", k.String()
	case time.Time:
		return "t", k.UTC().Format(time.RFC3339Nano)
	case int64:
		return "i", strconv.FormatInt(k, 10)
	case float64:
		return "f", strconv.FormatFloat(k, 'g', -1, 64)
	case string:
		return "s", k
	default:
		return "", ""
	}
}

func textKey(kind, text string) (key any, ok bool) {
	var err error
	switch kind {
	case "d":
		key, err = news.ParseDate(text)
	case "t":
		key, err = time.Parse(time.RFC3339Nano, text)
	case "i":
		key, err = strconv.ParseInt(text, 10, 64)
	case "f":
		var f float64
		f, err = strconv.ParseFloat(text, 64)
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return nil, false
		}
		key = f
	case "s":
		key = text
	default:
		return nil, false
	}
	return key, err == nil
}
