import { LOG_LEVELS, type LogLevel } from './config.ts'

type Fields = Record<string, string | number | boolean | undefined>

/** One JSON object a line. Fields never hold addresses, tokens, numbers of chips or places. */
export type Log = Record<Exclude<LogLevel, 'silent'>, (event: string, fields?: Fields) => void>

export function createLog(level: LogLevel, write: (line: string) => void, now: () => Date): Log {
  const threshold = LOG_LEVELS.indexOf(level)
  const at = (name: keyof Log) => {
    if (LOG_LEVELS.indexOf(name) < threshold) return () => {}
    return (event: string, fields: Fields = {}) =>
      write(JSON.stringify({ time: now().toISOString(), level: name, event, ...fields }))
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
