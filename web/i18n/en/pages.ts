/** Words of the smaller pages. */
export const pages = {
  'about.title': 'About Homeward',
  'about.lead':
    'One register of lost and found pets, open to everyone at any hour. An owner, a finder, a volunteer and a shelter look at the same map.',
  'about.how': 'How it works',
  'about.how.post': 'Post in a minute: a photo, a place, a few taps. Works offline too: it is sent later.',
  'about.how.match':
    'We compare every new post with the others by place, time, looks and chip number, and say why two may be the same animal.',
  'about.how.write':
    'You write to each other through the site. Neither email addresses nor phone numbers are shown.',
  'about.how.plan': 'The owner gets a plan: what to do now, tonight and this week, and where to look.',
  'about.found': 'If you found an animal',
  'about.found.text':
    'Keep it apart from other animals, give it water, and do not hand it over before the owner has named a mark that is not in the post. Any vet will scan for a chip free of charge.',
  'about.limits': 'What we do not promise',
  'about.limits.text':
    'A match is a hint. Only the people who know the animal decide. We never ask for money, and nobody should pay in advance for a “found” pet.',
  'keep.title': 'Your post stays',
  'keep.text':
    'It is in the list and on the map. If something changes, edit or close it with the link you were given when posting.',
  'keep.over': 'This post is already closed',
  'keep.over.text': 'There is no need to bring it back.',
  'keep.stale': 'This link no longer works',
  'keep.stale.text':
    'It may be cut short, the post may be deleted, or there is a newer email. Open the link in the latest email, or your own page of the post.',
  'privacy.page.title': 'Privacy',
  'privacy.page.lead': 'We keep as little as the search needs.',
  'privacy.page.seen': 'Everybody sees:',
  'privacy.page.seen.text':
    'the photos without their hidden data, the distinguishing marks, your words, the time, and the place as precisely as you chose.',
  'privacy.page.hidden': 'Nobody sees:',
  'privacy.page.hidden.text':
    'your email address, your phone number, the microchip or tattoo number, the marks you hid, and the exact place if you chose the approximate one.',
  'privacy.page.place':
    'An approximate place is the middle of a fixed cell of a honeycomb about a kilometre wide. It does not move from post to post, so that your home cannot be worked out.',
  'privacy.page.device':
    'On this device we keep your drafts, the keys to your posts, what you ticked and have seen on their pages, and your choice of language and view. There are no trackers and no advertising.',
  'privacy.page.way':
    'When you say that you are on the way to a sighting, everybody sees that one more person is. For two hours we keep that and the time, to the nearest five minutes, and nothing of who or where you are.',
  'privacy.page.delete':
    'Delete the post with its key, and it is gone for good with its photos and messages.',
  'mine.title': 'My posts',
  'mine.lead':
    'These were posted from this device. Their keys are kept here, and are lost with the browser’s data. If you gave an email address, the link that we mailed opens the post on any device.',
  'mine.posted': 'Posted',
  'mine.none': 'Nothing has been posted from this device yet.',
  'mine.open': 'Manage',
  'mine.drafts': 'Not finished',
  'mine.draft.lost': 'A lost pet',
  'mine.draft.found': 'A found or seen pet',
  'mine.draft.about': 'A sighting of somebody’s pet',
  'mine.resume': 'Continue',
  'mine.waiting': 'Waiting to be sent',
  'reply.title': 'Conversation',
  'reply.lead': 'The other side sees neither your email address nor your name.',
  'reply.noToken.title': 'This link does not open the conversation',
  'reply.noToken': 'This page opens only by the link in the email. The link may be cut short: copy it whole.',
  'reply.gone':
    'The author deleted the post, and the conversation went with it. If you typed the link by hand, compare it with the one in the email.',
  'reply.report': 'Open the post',
  'reply.none': 'No messages here yet.',
} as const
