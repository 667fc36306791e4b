#pragma once

namespace reviewd {

/// A descriptor kept for the day when there are none: given up, it lets one waiting connection be taken and closed,
/// so that its caller hears at once instead of hanging in the queue.
class SpareDescriptor {
 public:
  SpareDescriptor();
  ~SpareDescriptor();
  SpareDescriptor(const SpareDescriptor&) = delete;
  SpareDescriptor& operator=(const SpareDescriptor&) = delete;

  /// Takes one connection off the non-blocking `listener` and closes it. Does nothing where none waits.
  void shed_one(int listener);

 private:
  int descriptor_;
};

}  // namespace reviewd
