/** The pet drawing for pages: form choices and placeholders. Scenes stay out of it, since only servers draw them. */
export { discColour, drawPet } from './draw-pet.ts'
export type { Build, PetLook } from './types.ts'
