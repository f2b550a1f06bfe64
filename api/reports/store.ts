import type postgres from 'postgres'
import type { Context } from '../context.ts'
import { bigintArray } from '../db/connect.ts'
import { codeAnimal } from '../domain/animal-codes.ts'
import { chipNeighbourKeys, parseChip } from '../domain/chip.ts'
import { defaultPrivacy } from '../domain/location-privacy.ts'
import { invalid } from '../errors.ts'
import { publishPlace } from './public-place.ts'
import { geographyText, type StoredFields } from './queries.ts'
import type { ReportBody } from './schema.ts'

const EARLIEST = Date.UTC(2000, 0, 1)

/** Clocks of phones differ from ours by minutes; more than this is a wrong date. */
const CLOCK_SKEW_MS = 10 * 60_000

/**
 * A body as it is stored: numbers hashed, the public place beside the true one.
 * @throws ServiceError invalid for a date in the future or before 2000
 */
export async function toStoredFields(ctx: Context, body: ReportBody): Promise<StoredFields> {
  const occurredAt = new Date(body.occurredAt)
  const occurredMs = occurredAt.getTime()
  if (!(occurredMs >= EARLIEST)) throw invalid({ pointer: '/occurredAt', code: 'before_2000' })
  if (occurredMs > ctx.clock().getTime() + CLOCK_SKEW_MS)
    throw invalid({ pointer: '/occurredAt', code: 'in_future' })
  const privacy = body.locationPrivacy ?? defaultPrivacy(body.kind)
  const shown = publishPlace(body.location, privacy)
  return {
    external_id: body.externalId ?? null,
    kind: body.kind,
    species: body.species,
    name: body.name ?? null,
    breed: body.breed ?? null,
    breed_confidence: body.breedConfidence ?? null,
    colours: body.colours ?? [],
    pattern: body.pattern ?? null,
    coat: body.coat ?? null,
    sex: body.sex ?? null,
    neutered: body.neutered ?? null,
    age: body.age ?? null,
    size: body.size ?? null,
    collar: body.collar ?? null,
    marks: ctx.sql.json(body.marks ?? []),
    ...(await hashNumbers(ctx, body)),
    about_report_id: body.aboutReportId ?? null,
    occurred_at: occurredAt,
    location: geographyText(body.location),
    // Whole centimetres: the column is a 32-bit float, which refuses what it would round to nothing.
    accuracy_m:
      body.location.accuracyM === undefined ? null : Math.round(body.location.accuracyM * 100) / 100,
    location_privacy: privacy,
    public_location: geographyText(shown),
    public_radius_m: shown.radiusM,
    public_quadkey: shown.quadkey,
    match_cell: shown.matchCell,
    match_codes: ctx.sql.json(codeAnimal(body) as postgres.JSONValue),
    description: body.description ?? null,
    language: body.language ?? null,
    contact_name: body.contact?.name ?? null,
    contact_email: body.contact?.email ?? null,
    contact_phone: body.contact?.phone ?? null,
    updated_at: ctx.clock(),
  }
}

/** Keyed hashes of the chip and brand numbers; the numbers themselves are not kept. */
export async function hashNumbers(
  ctx: Pick<Context, 'keyring' | 'sql'>,
  body: Pick<ReportBody, 'microchip' | 'brand'>,
): Promise<Pick<StoredFields, 'chip_state' | 'chip_hash' | 'chip_near' | 'brand_hash'>> {
  const { keyring } = ctx
  const parsed = body.microchip && body.microchip !== 'none' ? parseChip(body.microchip) : undefined
  const number = parsed?.ok ? parsed.number : undefined
  return {
    chip_state: number ? 'on_file' : body.microchip === 'none' ? 'none_found' : null,
    chip_hash: number ? await keyring.hash('chip', number) : null,
    chip_near: number ? bigintArray(ctx.sql, await hashNeighbours(keyring, number)) : null,
    brand_hash: body.brand ? await keyring.hash('brand', body.brand.replace(/\s/g, '').toUpperCase()) : null,
  }
}

/** 64 bits of each: enough to tell the few keys of one number from those of all others. */
async function hashNeighbours(keyring: Context['keyring'], number: string): Promise<bigint[]> {
  const hashes = await Promise.all(chipNeighbourKeys(number).map((key) => keyring.hash('chip-near', key)))
  return hashes.map((bytes) => new DataView(bytes.buffer).getBigInt64(0))
}
