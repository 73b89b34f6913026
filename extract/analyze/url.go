package analyze

// isURL reports whether a whole chunk is a web or mail address: an optional
// scheme, anything up to an @, then a public IPv4 address or a host name whose
// last part is in lower case, a port and a path.
func (a *affixes) isURL(r []rune) bool {
	start := a.scheme(r)
	if a.host(r[start:]) || start > 0 && a.host(r) {
		return true
	}
	for i := 1; i < len(r); i++ {
		if r[i] == '@' && a.host(r[i+1:]) {
			return true
		}
	}
	return false
}

// scheme returns where what follows a leading "scheme://" begins, or 0.
func (a *affixes) scheme(r []rune) int {
	n := 0
	for n < len(r) && (a.in(r[n], word) || r[n] == '+' || r[n] == '-' || r[n] == '.') {
		n++
	}
	if n >= 2 && n+2 < len(r) && r[n] == ':' && r[n+1] == '/' && r[n+2] == '/' {
		return n + 3
	}
	return 0
}

// host reports whether r is a host with an optional port and path.
func (a *affixes) host(r []rune) bool {
	if n := a.address(r); n > 0 && a.portAndPath(r[n:]) {
		return true
	}
	rest, labels := r, 0
	for {
		n := hostLabel(rest)
		if n == 0 {
			break
		}
		rest = rest[n:]
		labels++
	}
	if labels == 0 {
		return false
	}
	n := 0
	for n < len(rest) && a.in(rest[n], lower) {
		n++
	}
	return n >= 2 && n <= 63 && a.portAndPath(rest[n:])
}

// hostLabel returns the length of a host name's label with its dot, or 0.
func hostLabel(r []rune) int {
	edge := func(c rune) bool {
		return isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || 0xa1 <= c && c <= 0xffff
	}
	n := 0
	for n < len(r) && n <= 64 && (edge(r[n]) || r[n] == '-' || r[n] == '_') {
		n++
	}
	if n == 0 || n > 64 || n == len(r) || r[n] != '.' || !edge(r[0]) || !edge(r[n-1]) {
		return 0
	}
	return n + 1
}

// portAndPath reports whether r is empty, or a port and a path that may both be missing.
func (a *affixes) portAndPath(r []rune) bool {
	if len(r) > 0 && r[0] == ':' {
		n := 1
		for n < len(r) && n <= 6 && a.in(r[n], decimal) {
			n++
		}
		if n < 3 || n > 6 {
			return false
		}
		r = r[n:]
	}
	return len(r) == 0 || r[0] == '/' || r[0] == '?' || r[0] == '#'
}

// address returns the length of an IPv4 address outside private networks, or 0.
func (a *affixes) address(r []rune) int {
	var part [4]int
	n := 0
	for i := range part {
		start, v := n, 0
		for n < len(r) && n < start+4 && isDigit(r[n]) {
			v = v*10 + int(r[n]-'0')
			n++
		}
		size := n - start
		if size == 0 || size > 3 || n < len(r) && a.in(r[n], decimal) {
			return 0
		}
		zero := r[start] == '0'
		switch {
		case i == 0 && (zero || v > 223),
			i > 0 && v > 255,
			i == 3 && (zero || v > 254),
			(i == 1 || i == 2) && size == 3 && zero:
			return 0
		}
		part[i] = v
		if i < 3 {
			if n == len(r) || r[n] != '.' {
				return 0
			}
			n++
		}
	}
	switch first, second := part[0], part[1]; {
	case first == 10, first == 127,
		first == 169 && second == 254, first == 192 && second == 168,
		first == 172 && second >= 16 && second <= 31:
		return 0
	}
	return n
}
