/** What people call where a spot is; `area` is the city, region or country around it. */
export type PlaceWords = { name: string; area?: string | undefined }

/** "Сокольники, Москва". */
export function placeInFull(place: PlaceWords | undefined): string | undefined {
  return place && [place.name, place.area].filter(Boolean).join(', ')
}
