/** Words of the reports that are, or may be, on one animal. */
export const animal = {
  'animal.title': 'Other posts about this animal',
  'animal.lead': {
    one: '{n} more post is about the same animal.',
    other: '{n} more posts are about the same animal.',
  },
  'animal.duplicate': 'The same animal, posted again',
  'animal.counterpart.lost': 'The owner’s post',
  'animal.counterpart.found': 'In somebody’s care',
  'animal.sighting': 'Seen in the street',
  'animal.said': 'You said: the same animal',
  'animal.same': 'The same animal',
  'animal.different': 'A different animal',
  'animal.undo': 'Undo',
  'animal.did.same': 'Marked as the same animal.',
  'animal.did.different': 'Marked as a different animal.',
  'animal.ask.duplicate': 'Posted at the same place on the same day. Is it the same animal?',
  'animal.ask.contradiction':
    'People disagree: some say it is the same animal, some say it is a different one. What do you say?',
  'animal.ask.picture': 'The same photo is in another post, {distance} from yours. Is it the same animal?',
  'animal.ask.picture.within':
    'The same photo is in another post, within about {distance} of yours. Is it the same animal?',
  'animal.far': 'The same photo was used far from here',
  'animal.far.text':
    'Somebody may have copied your photo. If it is an older post of yours, all is well. If anybody asks you for money or a code, do not send it.',
  'animal.far.known': 'I know about it',
  'animal.maybe': 'Perhaps the same animal, posted twice',
  'animal.maybe.hint': 'Posted at the same place on the same day, and nothing contradicts it.',
  'animal.together': 'Perhaps they ran away together',
  'animal.together.hint':
    'These were lost or found at the same place on the same day. Whoever finds one should look for the other.',
  'animal.home': 'The other post says: “{how}”. Close yours too?',
  'animal.home.yes': 'Yes, close mine',
  'animal.home.no': 'No, that is a different animal',
  'animal.away': '{distance} from yours',
  'animal.away.within': 'within about {distance} of yours',
  'animal.awayThere': '{distance} from here',
  'animal.awayThere.within': 'within about {distance} of here',
} as const
