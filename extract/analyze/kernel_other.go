//go:build !amd64

package analyze

// fastKernel returns the only kernel there is for this processor.
func fastKernel() *kernel { return &plainKernel }
