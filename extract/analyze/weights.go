package analyze

import (
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

// embedded holds the weights and tables that tools/weights/convert.py writes:
// a header in JSON, the numbers as float16, and the lemma tables as text.
//
//go:embed weights.bin
var embedded []byte

// header is the first part of a weights file.
type header struct {
	Dtype      string                 `json:"dtype"`
	Tensors    map[string]tensorEntry `json:"tensors"`
	Texts      map[string]textEntry   `json:"texts"`
	Tags       []string               `json:"tags"`
	Parser     []string               `json:"parser"`
	Ner        []string               `json:"ner"`
	Symbols    map[string]uint64      `json:"symbols"`
	Norms      []normEntry            `json:"norms"`
	Exceptions map[string][][2]string `json:"exceptions"`
	Classes    map[string][]rune      `json:"classes"`
	Units      []string               `json:"units"`
	Currencies []string               `json:"currencies"`
	Rules      []ruleEntry            `json:"rules"`
}

// tensorEntry gives a tensor's shape, and its place counted in numbers.
type tensorEntry struct {
	Shape  []int `json:"shape"`
	Offset int   `json:"offset"`
}

// textEntry gives a text's place in bytes.
type textEntry struct{ Offset, Length int }

// normEntry is a pair of a string's id and its norm, written as a JSON array.
type normEntry struct {
	id   uint64
	norm string
}

// UnmarshalJSON reads [id, norm].
func (e *normEntry) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&e.id, &e.norm})
}

// weights is an opened file.
type weights struct {
	header
	numbers []float32
	texts   []byte
}

// openWeights reads a weights file and turns its numbers into float32.
func openWeights(data []byte) (*weights, error) {
	if len(data) < 4 {
		return nil, errors.New("weights: file is too short")
	}
	n := int(binary.LittleEndian.Uint32(data))
	data = data[4:]
	if n > len(data) {
		return nil, errors.New("weights: file ends inside its header")
	}
	w := new(weights)
	if err := json.Unmarshal(data[:n], &w.header); err != nil {
		return nil, fmt.Errorf("weights: reading the header: %w", err)
	}
	data = data[n:]
	total := 0
	for name, t := range w.Tensors {
		if t.Offset < 0 || t.size() < 0 {
			return nil, fmt.Errorf("weights: tensor %s stands nowhere", name)
		}
		total = max(total, t.Offset+t.size())
	}
	size := 4
	if w.Dtype == "float16" {
		size = 2
	}
	if total*size > len(data) {
		return nil, errors.New("weights: file ends inside its numbers")
	}
	w.numbers = make([]float32, total)
	if w.Dtype == "float16" {
		widen(w.numbers, data)
	} else {
		for i := range w.numbers {
			w.numbers[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
		}
	}
	w.texts = data[total*size:]
	return w, nil
}

func (t tensorEntry) size() int {
	n := 1
	for _, d := range t.Shape {
		n *= d
	}
	return n
}

// tensor returns the numbers of a tensor, row by row.
func (w *weights) tensor(name string) ([]float32, error) {
	t, ok := w.Tensors[name]
	if !ok {
		return nil, fmt.Errorf("weights: no tensor %s", name)
	}
	return w.numbers[t.Offset : t.Offset+t.size()], nil
}

// text returns one of the lemma tables, "" if there is none by that name.
func (w *weights) text(name string) (string, error) {
	t, ok := w.Texts[name]
	if !ok {
		return "", nil
	}
	if t.Offset < 0 || t.Length < 0 || t.Offset+t.Length > len(w.texts) {
		return "", fmt.Errorf("weights: file ends inside the text %s", name)
	}
	return string(w.texts[t.Offset : t.Offset+t.Length]), nil
}

// widen turns little-endian float16 numbers into float32 by a table of all of
// them, which takes less time than 3.2 million conversions.
func widen(dst []float32, src []byte) {
	table := make([]float32, 1<<16)
	for i := range table {
		table[i] = float16(uint16(i))
	}
	src = src[:2*len(dst)]
	for i := range dst {
		dst[i] = table[binary.LittleEndian.Uint16(src[2*i:])]
	}
}

// float16 returns the value of an IEEE 754 half-precision number.
func float16(h uint16) float32 {
	sign := uint32(h>>15) << 31
	exp := uint32(h>>10) & 31
	frac := uint32(h) & 0x3ff
	switch {
	case exp == 31:
		return math.Float32frombits(sign | 0xff<<23 | frac<<13)
	case exp > 0:
		return math.Float32frombits(sign | (exp+112)<<23 | frac<<13)
	}
	v := float32(frac) / (1 << 24)
	return math.Float32frombits(sign | math.Float32bits(v))
}
