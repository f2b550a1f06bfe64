import { z } from '@hono/zod-openapi'

/** The path parameter of a file that is made of a report: `{id}.svg`. */
export const reportFileParam = (extension: string) =>
  z.object({
    file: z
      .string()
      // Without a flag: a schema of JSON, and so a generated client, knows none.
      .regex(new RegExp(`^[\\da-fA-F]{8}(-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}\\.${extension}$`))
      .openapi({
        param: { name: 'file', in: 'path' },
        example: `0b6f2c1e-1111-4222-8333-444455556666.${extension}`,
      }),
  })

/** The report's id in the name of its file. */
export const readReportFile = ({ file }: { file: string }): string =>
  file.slice(0, file.lastIndexOf('.')).toLowerCase()
