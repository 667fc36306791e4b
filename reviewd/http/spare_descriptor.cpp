#include "reviewd/http/spare_descriptor.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace reviewd {
namespace {

int any_descriptor() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

}  // namespace

SpareDescriptor::SpareDescriptor() : descriptor_(any_descriptor()) {}

SpareDescriptor::~SpareDescriptor() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void SpareDescriptor::shed_one(int listener) {
  if (descriptor_ >= 0) ::close(descriptor_);
  const int taken = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (taken >= 0) ::close(taken);
  descriptor_ = any_descriptor();
}

}  // namespace reviewd
