package names

// ties are what stands between dashes, or between a dash and a blank, in names
// from Persian, Urdu and Arabic.
var ties = words("e i ye yi ul al ud us ur un an ash as ar at az upon on sur sous lès les aux under")

// tied extends a name over what such a tie joins to it: "Tehreek-e-Insaf",
// "Ansar-e Vatan".
func (f *finder) tied(s *span) {
	for i := s.Start; i > 3 && f.lowerAt(i-1) == "-" && ties[f.lowerAt(i-2)] && f.lowerAt(i-3) == "-" && f.capital(i-4); i -= 4 {
		s.Start = i - 4
	}
	for range 3 {
		i := s.End
		if f.lowerAt(i) == "-" && f.over[min(i, len(f.over)-1)] < 0 && !f.doc.Tokens[i-1].Space && ties[f.lowerAt(i+1)] {
			i += 2
			if f.lowerAt(i) == "-" {
				i++
			}
			if i < len(f.doc.Tokens) && f.capital(i) {
				for i++; f.lowerAt(i) == "-" && !f.doc.Tokens[i-1].Space && i+1 < len(f.doc.Tokens) && f.capital(i+1); {
					i += 2
				}
				s.End = i
				continue
			}
		}
		break
	}
	if s.kind == group && size(s.Range) > 1 && bodiesAbroad[f.key[s.Start]] {
		s.kind, s.settled = organization, true
	}
	for k := s.Start; k < s.End; k++ {
		if j := f.over[k]; j >= 0 && &f.spans[j] != s && f.spans[j].Start >= s.Start && f.spans[j].End <= s.End {
			f.spans[j].kind = none
		}
	}
}

// dashed extends an organisation to the left over what a dash ties to it:
// "African Export–Import Bank".
func (f *finder) dashed(s *span) {
	i := s.Start - 1
	if w := f.lowerAt(i); w != "–" && w != "-" || f.doc.Tokens[i].Space || i < 1 || f.doc.Tokens[i-1].Space || !f.proper(i-1) || f.over[i-1] >= 0 {
		return
	}
	for s.Start = i - 1; f.proper(s.Start-1) && f.over[s.Start-1] < 0 && f.doc.Tokens[s.Start-1].Sent == f.doc.Tokens[i].Sent && !f.roleWord(s.Start-1); {
		s.Start--
	}
}
