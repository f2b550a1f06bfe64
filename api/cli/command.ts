import { explainFault } from '../explain-fault.ts'

/** Runs a command's body and ends the process with its exit code, or 1 and a clear line if it throws. */
export async function runCommand(body: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${explainFault(error)}\n`)
    process.exitCode = 1
  }
}
