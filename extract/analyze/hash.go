package analyze

import (
	"encoding/binary"
	"math/bits"
)

// ids gives strings their 64-bit numbers.
type ids map[string]uint64

// id returns 0 for "", the small fixed number of a reserved symbol, and for
// any other string its MurmurHash64A with seed 1.
func (r ids) id(s string) uint64 {
	if s == "" {
		return 0
	}
	if n, ok := r[s]; ok {
		return n
	}
	return murmur64A(s, 1)
}

// murmur64A is MurmurHash2's 64-bit variant A by Austin Appleby.
func murmur64A(s string, seed uint64) uint64 {
	const m, r = 0xc6a4a7935bd1e995, 47
	h := seed ^ uint64(len(s))*m
	for ; len(s) >= 8; s = s[8:] {
		k := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		k *= m
		k ^= k >> r
		h = (h ^ k*m) * m
	}
	if len(s) > 0 {
		var tail [8]byte
		copy(tail[:], s)
		h = (h ^ binary.LittleEndian.Uint64(tail[:])) * m
	}
	h ^= h >> r
	h *= m
	return h ^ h>>r
}

// rowKeys returns the four 32-bit keys under which an id's rows stand in an
// embedding table: MurmurHash3's 128-bit x64 variant of the id's eight bytes.
func rowKeys(id, seed uint64) [4]uint32 {
	const c1, c2 = 0x87c37b91114253d5, 0x4cf5ad432745937f
	h1 := bits.RotateLeft64(id*c1, 31) * c2
	h1 ^= seed
	h2 := seed
	h1 ^= 8
	h2 ^= 8
	h1 += h2
	h2 += h1
	h1, h2 = mix64(h1), mix64(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

// mix64 is MurmurHash3's finaliser.
func mix64(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}
