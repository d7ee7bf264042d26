import Foundation

/// What another process of this user takes of the machine.
struct ProcessMeter {
  let process: pid_t

  #if canImport(Darwin)
    private var usage: rusage_info_v2? {
      var usage = rusage_info_v2()
      let status = withUnsafeMutablePointer(to: &usage) {
        $0.withMemoryRebound(to: rusage_info_t?.self, capacity: 1) {
          proc_pid_rusage(process, RUSAGE_INFO_V2, $0)
        }
      }
      return status == 0 ? usage : nil
    }

    /// Processor time so far, of all its threads.
    var seconds: Double {
      usage.map { Double($0.ri_user_time + $0.ri_system_time) / 1e9 } ?? 0
    }

    /// Memory that it holds.
    var residentByteCount: Int { usage.map { Int($0.ri_phys_footprint) } ?? 0 }
  #else
    /// Processor time so far, of all its threads.
    var seconds: Double {
      var clock = clockid_t()
      var time = timespec()
      guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
        return 0
      }
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Memory that it holds (proc(5), the second number of statm).
    var residentByteCount: Int {
      let file = open("/proc/\(process)/statm", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return 0 }
      defer { close(file) }
      var bytes = [UInt8](repeating: 0, count: 128)
      let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      let fields = bytes[..<max(0, count)].split(separator: 0x20)
      guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else {
        return 0
      }
      return pages * Self.pageByteCount
    }

    private static let pageByteCount = Int(sysconf(Int32(_SC_PAGESIZE)))
  #endif
}
