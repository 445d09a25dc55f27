// More pixels than these on the longer side nobody needs to read a paper.
const MOST = 2600;

// The photo no larger than that; as it is where the browser cannot read it.
export async function smaller(blob) {
    try {
        const picture = await createImageBitmap(blob), scale = MOST / Math.max(picture.width, picture.height);
        if (scale >= 1) return blob;
        const size = { width: picture.width * scale | 0, height: picture.height * scale | 0 };
        const canvas = Object.assign(document.createElement('canvas'), size);
        canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
        return await new Promise(done => canvas.toBlob(done, 'image/jpeg', .9));
    } catch {
        return blob;
    }
}
