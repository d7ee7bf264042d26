import CLibCrypto
import GhirbalIO

extension Array where Element == UInt8 {
  /// SHA-256 (FIPS 180-4) in hexadecimal, by OpenSSL.
  var sha256: String { sha256Bytes.hexadecimal }

  /// The 32 bytes of SHA-256.
  var sha256Bytes: [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = EVP_Digest(self, count, &digest, nil, EVP_sha256(), nil)
    precondition(isDone == 1, "hashing memory cannot fail")
    return digest
  }
}
