// A photo at most `side` pixels long, as JPEG on a white ground. What is no picture, or cannot be read, stays as it is.
export async function shrunk(file, side, canvas = document.createElement('canvas')) {
    if (!file.type.startsWith('image/')) return file;
    try {
        const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
        const scale = Math.min(1, side / Math.max(picture.width, picture.height)), pen = canvas.getContext('2d');
        canvas.width = Math.round(picture.width * scale);
        canvas.height = Math.round(picture.height * scale);
        pen.fillStyle = '#fff';
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
        canvas.hidden = false;
        if (scale == 1 && /jpeg|png/.test(file.type)) return file;
        return await new Promise(done => canvas.toBlob(blob => done(blob || file), 'image/jpeg', .75));
    } catch {
        return file;
    }
}
