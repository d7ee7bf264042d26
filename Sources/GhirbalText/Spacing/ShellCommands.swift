/// First words of lines in which a lone full stop is the current folder.
enum ShellCommands {
  static let rows: Set<String> = [
    "$", "#", "%", ">", "brew", "cargo", "cd", "chmod", "chown", "code", "cp", "curl", "docker",
    "du",
    "eslint", "find", "git", "go", "grep", "helm", "ls", "make", "mv", "npm", "npx", "open", "pip",
    "pip3", "pnpm", "podman", "prettier", "pytest", "python", "python3", "rm", "rsync", "ruff",
    "scp",
    "source", "sudo", "swift", "tar", "terraform", "tree", "unzip", "yarn", "zip",
  ]
}
