package queue

import (
	"errors"
	"os"
	"syscall"
)

// sharingViolation is what Windows answers when another process has the file.
const sharingViolation = syscall.Errno(32)

// lockFolder opens a file that nobody else can open, until it is closed or the
// process ends in whatever way.
func lockFolder(name string) (*os.File, error) {
	path, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	handle, err := syscall.CreateFile(path, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errHeld
	}
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(handle), name), nil
}
